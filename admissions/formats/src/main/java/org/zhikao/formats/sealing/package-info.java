/** Sealing of particulars (个人信息密封): keys, ciphertexts, blind index, masking, and the one stored form of names and numbers. */
@NullMarked
package org.zhikao.formats.sealing;

import org.jspecify.annotations.NullMarked;
