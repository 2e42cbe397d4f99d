package dev.keshi.risk.indicator;

import dev.keshi.risk.monitoring.IndicatorRule;
import java.util.Optional;

/**
 * What an indicator is.
 *
 * @param ownerId who reports it and hears of its warnings first
 * @param unit as people write it: %, 件, 小时
 */
public record IndicatorContent(String name, Optional<String> nameEn, String unit, String ownerId, IndicatorRule rule) {}
