package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.StepId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of one instance while a transition works on it. */
final class Tokens {

    private final Map<Integer, Token> tokens = new LinkedHashMap<>();
    private int last;
    private boolean endedRejected;
    private final Set<StepId> ends;

    Tokens(List<Token> tokens, int last, boolean endedRejected, Set<StepId> ends) {
        tokens.forEach(token -> this.tokens.put(token.id(), token));
        this.last = last;
        this.endedRejected = endedRejected;
        this.ends = new HashSet<>(ends);
    }

    void apply(InstanceEvent.OfToken event) {
        switch (event) {
            case InstanceEvent.TokenCreated(var id, var at) -> put(new Token(id, at, null, null, null));
            case InstanceEvent.TokenMoved(var id, var flow, var to) ->
                put(token(id).movedTo(to, flow));
            case InstanceEvent.TokenForked(var id, var parent, var flow, var to) ->
                put(token(parent).forked(id, to, flow));
            case InstanceEvent.TokensJoined(var id, var at, var absorbed) -> {
                var outcome = joined(id, absorbed);
                absorbed.forEach(tokens::remove);
                put(new Token(id, at, null, outcome, null));
            }
            case InstanceEvent.StepDecidedByRule decided ->
                decide(
                        decided.token(),
                        decided.outcome(),
                        token(decided.token()).lastApprover());
            case InstanceEvent.TokenEnded(var id, var at) -> {
                endedRejected |= token(id).outcome() == Outcome.REJECTED;
                ends.add(at);
                tokens.remove(id);
            }
        }
    }

    /** One rejection among the joined paths is a rejection. */
    private @Nullable Outcome joined(int survivor, List<Integer> absorbed) {
        var outcomes = new HashSet<@Nullable Outcome>();
        outcomes.add(token(survivor).outcome());
        absorbed.forEach(id -> outcomes.add(token(id).outcome()));
        if (outcomes.contains(Outcome.REJECTED)) {
            return Outcome.REJECTED;
        }
        return outcomes.contains(Outcome.APPROVED) ? Outcome.APPROVED : null;
    }

    void decide(int id, Outcome outcome, @Nullable PersonId approver) {
        put(token(id).decided(outcome, approver));
    }

    void clear() {
        tokens.clear();
    }

    boolean has(int id) {
        return tokens.containsKey(id);
    }

    Token token(int id) {
        var token = tokens.get(id);
        if (token == null) {
            throw new IllegalStateException("no token " + id);
        }
        return token;
    }

    List<Token> all() {
        return List.copyOf(tokens.values());
    }

    List<Token> at(StepId step) {
        return tokens.values().stream().filter(token -> token.at().equals(step)).toList();
    }

    int last() {
        return last;
    }

    boolean endedRejected() {
        return endedRejected;
    }

    /** The end events that paths have come to. */
    Set<StepId> ends() {
        return Set.copyOf(ends);
    }

    private void put(Token token) {
        tokens.put(token.id(), token);
        last = Math.max(last, token.id());
    }
}
