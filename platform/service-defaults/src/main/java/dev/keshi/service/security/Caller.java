package dev.keshi.service.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls, as a handler's parameter. It is passed on as a parameter and never kept in a thread-local.
 *
 * @param id person id or client id
 * @param roles EMPLOYEE, HR, AUDITOR, ADMIN, INTEGRATION
 * @param epoch since when the rights in the token are as they are; 0 when the token does not say
 */
public record Caller(String id, Set<String> roles, long epoch) {

    private static final String ROLE = "ROLE_";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public static Caller of(Authentication authentication) {
        var roles = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .collect(Collectors.toUnmodifiableSet());
        var epoch = authentication instanceof JwtAuthenticationToken token
                ? AccessTokens.epoch(token.getTokenAttributes())
                : 0;
        return new Caller(authentication.getName(), roles, epoch);
    }
}
