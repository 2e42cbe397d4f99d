package dev.keshi.infrastructure.kafka;

import dev.keshi.infrastructure.process.Port;

/**
 * One more door of the broker, for clients that reach it in a way of their own.
 *
 * @param name in capitals, unique
 * @param port on which the broker listens
 * @param advertised the port that clients who came through this door are told to use
 */
public record BrokerListener(String name, Port port, Port advertised) {}
