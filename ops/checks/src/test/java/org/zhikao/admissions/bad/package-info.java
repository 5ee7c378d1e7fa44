/** What no model may do, one class a fault: each rule of the house is shown here that it can be broken. Not null-marked. */
package org.zhikao.admissions.bad;
