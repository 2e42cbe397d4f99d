package dev.keshi.test.infrastructure;

import org.springframework.boot.test.context.SpringBootTest;

/** Looks like a test class with a Spring context and has no tests. */
@RealInfrastructure
@SpringBootTest(classes = SpringRealInfrastructureIT.SmallApplication.class)
final class SiblingWithSpring {}
