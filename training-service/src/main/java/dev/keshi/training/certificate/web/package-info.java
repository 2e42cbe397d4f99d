/** Certificates over HTTP: requests, answers and problems, and the one address that needs no login. */
@NullMarked
package dev.keshi.training.certificate.web;

import org.jspecify.annotations.NullMarked;
