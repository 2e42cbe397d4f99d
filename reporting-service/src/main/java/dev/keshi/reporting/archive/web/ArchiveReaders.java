package dev.keshi.reporting.archive.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Who may read events of everybody; nobody else may read any. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@PreAuthorize("hasAnyRole('AUDITOR', 'ADMIN') or (hasRole('INTEGRATION') and hasAuthority('SCOPE_keshi'))")
@interface ArchiveReaders {}
