/** 考生档案: one row a candidate, the steps of the journey, and the fold that both live readers and rebuilds use. */
@NullMarked
package org.zhikao.views.dossier;

import org.jspecify.annotations.NullMarked;
