package dev.keshi.service.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** {@code sub} is the principal, each of {@code roles} an authority {@code ROLE_x}, each scope {@code SCOPE_x}. */
public final class TokenAuthorities implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        var authorities = new ArrayList<GrantedAuthority>();
        texts(jwt, "roles").forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        texts(jwt, "scope").forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return new JwtAuthenticationToken(jwt, authorities, Objects.requireNonNullElse(jwt.getSubject(), ""));
    }

    private static List<String> texts(Jwt jwt, String claim) {
        return switch (jwt.getClaims().get(claim)) {
            case String words when !words.isBlank() -> List.of(words.strip().split("\\s+"));
            case Collection<?> values ->
                values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}
