package dev.keshi.org.account;

import java.util.List;

/**
 * An account as those who administer it see it.
 *
 * @param status INVITED, ACTIVE, LOCKED or CLOSED
 * @param roles the roles the account was given; they rest while it is locked
 */
public record AccountView(
        String id, String personId, String loginName, String status, List<String> roles, long permissionEpoch) {}
