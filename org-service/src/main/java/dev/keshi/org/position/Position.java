package dev.keshi.org.position;

import dev.keshi.org.position.PositionCommand.PositionContent;
import dev.keshi.org.position.PositionEvent.Defined;
import dev.keshi.org.position.PositionEvent.Retired;
import dev.keshi.org.position.PositionEvent.Revised;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A post with a title and an approved number of holders. */
final class Position {

    private final PositionId id;
    private final PositionCode code;
    private final Optional<String> template;
    private PositionContent content;
    private boolean retired;
    private final List<PositionEvent> events = new ArrayList<>();

    Position(PositionCode code, Optional<String> template, PositionContent content, boolean retired) {
        this.id = PositionId.of(code);
        this.code = code;
        this.template = template;
        this.content = content;
        this.retired = retired;
    }

    static Position define(PositionCommand.Define command) {
        var position = new Position(command.code(), command.template(), command.content(), false);
        position.events.add(new Defined(position.id, position.code, position.content, position.template));
        return position;
    }

    void revise(PositionContent revised) {
        if (retired) {
            throw new PositionProblem.OutOfUse(id);
        }
        if (!revised.equals(content)) {
            content = revised;
            events.add(new Revised(id, content));
        }
    }

    void retire() {
        if (!retired) {
            retired = true;
            events.add(new Retired(id));
        }
    }

    PositionId id() {
        return id;
    }

    PositionCode code() {
        return code;
    }

    Optional<String> template() {
        return template;
    }

    PositionContent content() {
        return content;
    }

    boolean retired() {
        return retired;
    }

    /** What happened since the last call, in order. */
    List<PositionEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
