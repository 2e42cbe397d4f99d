package dev.keshi.org.position;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The library of role templates that comes with the platform (岗位模板). */
public class RoleTemplates {

    private static final String LIBRARY = "role-templates.json";

    private final Map<String, RoleTemplate> byName = new LinkedHashMap<>();

    RoleTemplates() {
        read().forEach(template -> byName.put(template.name(), template));
    }

    public List<RoleTemplate> all() {
        return List.copyOf(byName.values());
    }

    public Optional<RoleTemplate> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static List<RoleTemplate> read() {
        try (var library = RoleTemplates.class.getResourceAsStream(LIBRARY)) {
            if (library == null) {
                throw new IllegalStateException(LIBRARY + " is missing");
            }
            return JsonMapper.builder().build().readValue(library, new TypeReference<List<RoleTemplate>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
