/**
 * People: joining (入职), transfer (转岗), reporting line (汇报关系), leaving (离职) and personal details. Where somebody works,
 * in which position and under whom holds from a day on, so that it can be seen as it stood on any day. Name, e-mail address
 * and telephone number are personal data: they leave this service only encrypted with the person's own key.
 */
@NullMarked
package dev.keshi.org.person;

import org.jspecify.annotations.NullMarked;
