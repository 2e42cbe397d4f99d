package dev.keshi.org.organisation;

import dev.keshi.org.OrgServiceApplication;
import dev.keshi.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** The whole service, with a database that no other test class sees. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealInfrastructure(ownDatabase = true)
@AutoConfigureMockMvc
@SpringBootTest(
        classes = OrgServiceApplication.class,
        properties = {
            "keshi.personal-data.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.identity.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.identity.first-administrator-file=${java.io.tmpdir}/keshi-first-administrator-${random.uuid}"
        })
public @interface RunningOrgService {}
