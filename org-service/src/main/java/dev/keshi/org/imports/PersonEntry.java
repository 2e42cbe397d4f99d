package dev.keshi.org.imports;

import dev.keshi.org.person.PersonImportService.Listed;
import java.util.Set;

/** A checked person, with the roles of the account he or she is invited to. */
record PersonEntry(Listed person, Set<String> roles) {}
