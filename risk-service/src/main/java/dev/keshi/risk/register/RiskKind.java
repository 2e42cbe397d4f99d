package dev.keshi.risk.register;

/** 市场、财务、运营 are named by the regulations; 合规、信息、安全 are ours. */
public enum RiskKind {
    MARKET,
    FINANCE,
    OPERATION,
    COMPLIANCE,
    INFORMATION,
    SAFETY
}
