/** 评卷算分: from several marks of one answer or performance to one exact score. */
@NullMarked
package org.zhikao.admissions.scoring.marking;

import org.jspecify.annotations.NullMarked;
