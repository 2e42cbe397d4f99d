package dev.keshi.performance.template;

import dev.keshi.performance.scoring.IndicatorFamily;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which template somebody is judged by. */
public final class TemplateChoice {

    private static final Comparator<ReleasedTemplate> BY_CODE =
            Comparator.comparing(template -> template.code().value());

    private final List<ReleasedTemplate> newest;

    /** @param released versions of all templates; the newest of each counts */
    public TemplateChoice(Collection<ReleasedTemplate> released) {
        Map<TemplateCode, ReleasedTemplate> byCode = new HashMap<>();
        released.forEach(template ->
                byCode.merge(template.code(), template, (one, other) -> one.version() > other.version() ? one : other));
        this.newest = byCode.values().stream().sorted(BY_CODE).toList();
    }

    /**
     * The one a cycle prefers for the position, else the usual one for it, else one for it, else the usual one for everybody.
     *
     * @param position name of the role template of the position
     * @param preferred in the order of preference
     */
    public Optional<ReleasedTemplate> of(Optional<String> position, List<TemplateCode> preferred) {
        return preferred.stream()
                .flatMap(code ->
                        first(template -> template.code().equals(code)
                                        && (isFor(template, position) || isForAll(template)))
                                .stream())
                .findFirst()
                .or(() -> first(template -> template.content().usual() && isFor(template, position)))
                .or(() -> first(template -> isFor(template, position)))
                .or(() -> first(template -> template.content().usual() && isForAll(template)));
    }

    /** Those among the codes that no released template has. */
    public List<TemplateCode> unknown(List<TemplateCode> codes) {
        return codes.stream()
                .filter(code -> first(template -> template.code().equals(code)).isEmpty())
                .toList();
    }

    /** Those among the families that no released template has an indicator of. */
    public Set<IndicatorFamily> unknown(Set<IndicatorFamily> families) {
        return families.stream()
                .filter(family ->
                        first(template -> hasAny(template, Set.of(family))).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those among the codes whose template has no indicator of any of these families. */
    public List<TemplateCode> without(Set<IndicatorFamily> families, List<TemplateCode> codes) {
        return codes.stream()
                .filter(code -> first(template -> template.code().equals(code) && hasAny(template, families))
                        .isEmpty())
                .toList();
    }

    private static boolean hasAny(ReleasedTemplate template, Set<IndicatorFamily> families) {
        return !template.content().figures().judging(families).judged().isEmpty();
    }

    private Optional<ReleasedTemplate> first(Predicate<ReleasedTemplate> wanted) {
        return newest.stream().filter(wanted).findFirst();
    }

    private static boolean isFor(ReleasedTemplate template, Optional<String> position) {
        return position.filter(template.content().positions()::contains).isPresent();
    }

    private static boolean isForAll(ReleasedTemplate template) {
        return template.content().positions().isEmpty();
    }
}
