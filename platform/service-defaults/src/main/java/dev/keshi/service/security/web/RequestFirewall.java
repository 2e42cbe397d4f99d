package dev.keshi.service.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Refuses what two readers could understand in two ways, and text that no store can be asked for. */
final class RequestFirewall extends StrictHttpFirewall {

    RequestFirewall() {
        // No name and no key holds a zero character, and a search for one is more than MongoDB can be asked.
        setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (Collections.list(request.getHeaders("Authorization")).size() > 1) {
            throw new RequestRejectedException("More than one Authorization header");
        }
        if (!namesOneType(request.getContentType())) {
            throw new RequestRejectedException("A Content-Type that is no media type");
        }
        return super.getFirewalledRequest(request);
    }

    private static boolean namesOneType(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            return MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
