/** 免试免考: claims, evidence, review by two persons, effect. */
@NullMarked
package org.zhikao.admissions.exemption;

import org.jspecify.annotations.NullMarked;
