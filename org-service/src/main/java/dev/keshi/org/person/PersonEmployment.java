package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.account.Employment;
import dev.keshi.service.time.EnterpriseTime;

/** Answers what accounts must know of people. */
record PersonEmployment(People people, EnterpriseTime time) implements Employment {

    @Override
    public boolean worksOrWillWork(String personId) {
        return people.find(new PersonId(personId))
                .filter(person -> !hasLeft(person.state()))
                .isPresent();
    }

    private boolean hasLeft(PersonDocument person) {
        var left = person.separatedOn();
        return left != null && !time.today().isBefore(left);
    }
}
