package dev.keshi.risk.register;

/** What is done about a risk: 规避, 降低, 转移, 接受. */
public enum RiskResponse {
    AVOID,
    REDUCE,
    TRANSFER,
    ACCEPT
}
