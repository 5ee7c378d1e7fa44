/** 免试免考: the reviewers' queue by deadline, one claim with its evidence. */
@NullMarked
package org.zhikao.views.exemption;

import org.jspecify.annotations.NullMarked;
