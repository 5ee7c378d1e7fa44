/** The rules of the house, each a test with its reason; what they say of code and documents holds in every module. */
@NullMarked
package org.zhikao.checks;

import org.jspecify.annotations.NullMarked;
