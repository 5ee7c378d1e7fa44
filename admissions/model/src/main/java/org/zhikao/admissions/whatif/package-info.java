/**
 * 试算: what a draft of the rules would have made of a season that is past: the same facts, scored and placed once by the
 * rules that held and once by the draft. Writes nothing. Use {@link org.zhikao.admissions.whatif.WhatIf#compare}.
 */
@NullMarked
package org.zhikao.admissions.whatif;

import org.jspecify.annotations.NullMarked;
