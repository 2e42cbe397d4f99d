package dev.keshi.chaos.ledger;

import dev.keshi.launcher.client.Caller;

/**
 * Where the ledger reads what is there.
 *
 * @param personnel may see every department
 * @param employee whose requests are in the ledger
 */
public record Truth(EventLog log, Stores stores, Caller personnel, Caller employee) {}
