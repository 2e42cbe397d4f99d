package dev.keshi.workflow.workitem;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lateEvery how long after one look for work that became late the next begins */
@ConfigurationProperties("keshi.workflow.work-items")
record WorkItemProperties(@DefaultValue("1m") Duration lateEvery) {}
