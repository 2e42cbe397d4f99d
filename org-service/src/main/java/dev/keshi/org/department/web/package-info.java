/** Departments over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.org.department.web;

import org.jspecify.annotations.NullMarked;
