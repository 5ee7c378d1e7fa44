/** 考生档案: the one aggregate that joins a candidate's features, so that every rule between them holds in one stream. */
@NullMarked
package org.zhikao.admissions.dossier;

import org.jspecify.annotations.NullMarked;
