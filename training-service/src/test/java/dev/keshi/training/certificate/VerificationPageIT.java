package dev.keshi.training.certificate;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.attempt.OnlineCourse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What a browser shows of a certificate, for anybody who has its number. */
@RunningService
class VerificationPageIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern FACT = Pattern.compile("<dt>(.*?)</dt><dd>(.*?)</dd>");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Environment environment;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void aBrowserIsShownAPageInItsLanguageAndAProgramJson() throws Exception {
        var number = certified("ona", "").get("number").asString();

        var chinese = verify(number, BROWSER, "zh-CN,zh;q=0.9,en;q=0.8");

        assertThat(chinese.getResponse().getStatus()).isEqualTo(200);
        assertThat(chinese.getResponse().getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(html(chinese))
                .contains(
                        "lang=\"zh-CN\"", "证书有效", "数据分析", number, clock.today().toString())
                .doesNotContain("<script", "src=", "href=", "ona", "持有人");
        assertThat(chinese.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(chinese.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(chinese.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(chinese.getResponse().getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'sha256-" + digest(styleOf(html(chinese))) + "'")
                .doesNotContain("unsafe");
        assertThat(html(verify(number.toLowerCase(Locale.ROOT), BROWSER, "en")))
                .contains("lang=\"en\"", "The certificate holds", number);
        for (var program : List.of(
                "application/json",
                "*/*",
                "text/html;q=0.5,application/json",
                "application/json,text/html",
                "text/*")) {
            assertThat(verify(number, program, "zh-CN").getResponse().getContentType())
                    .as(program)
                    .startsWith(program.equals("text/*") ? "application/problem+json" : "application/json");
        }
    }

    @Test
    void itSaysWhoseItIsForWhatAndFromWhenToWhenAndOnWhichDayThatWasAsked() throws Exception {
        var holder = "holder-" + UUID.randomUUID();
        enterprise.person(holder, "team", true);
        isCalled(holder, "王小明");
        var certificate = certified(holder, ",\"nameEn\":\"Data analysis\"");
        var number = certificate.get("number").asString();
        var issuedOn = certificate.get("issuedOn").asString();
        var expiresOn = certificate.get("expiresOn").asString();
        clock.letPass(3);
        var asked = clock.today().toString();
        assertThat(List.of(issuedOn, expiresOn, asked)).doesNotHaveDuplicates();

        assertThat(facts(verify(number, BROWSER, "zh-CN")))
                .containsExactly(
                        "证书编号=" + number, "课程=数据分析", "持有人=王**", "发证日=" + issuedOn, "有效期至=" + expiresOn, "查询日=" + asked);
        assertThat(facts(verify(number, BROWSER, "en")))
                .containsExactly(
                        "Number=" + number,
                        "Course=Data analysis",
                        "Holder=王**",
                        "Issued on=" + issuedOn,
                        "Holds until=" + expiresOn,
                        "Asked on=" + asked);
    }

    @Test
    void whateverIsNotTheNumberOfACertificateGetsOneAndTheSamePage() {
        var number = certified("max", "").get("number").asString();

        var pages = new HashSet<String>();
        for (var guess : List.of(
                number.substring(1),
                "0".repeat(26),
                "<script>alert(1)<script>",
                "\"><img src=x onerror=alert(1)>",
                "${7*7}",
                "证书")) {
            var shown = verify(guess, BROWSER, "zh-CN");
            assertThat(shown.getResponse().getStatus()).as(guess).isEqualTo(404);
            pages.add(html(shown));
        }

        assertThat(pages).singleElement().asString().contains("没有此编号的证书").doesNotContain("alert", "<dl>");
        assertThat(html(verify("7Q4M", BROWSER, "en"))).contains("There is no certificate with this number");
    }

    @Test
    void whatSomebodyWroteIsShownAsTextAndARevokedCertificateSaysSo() {
        var certificate = certified("mia", ",\"nameEn\":\"<b onclick='x()'>Data & \\\"more\\\"</b>\"");
        var number = certificate.get("number").asString();

        assertThat(html(verify(number, BROWSER, "en")))
                .contains("&lt;b onclick=&#39;x()&#39;&gt;Data &amp; &quot;more&quot;&lt;/b&gt;")
                .doesNotContain("<b ");
        assertThat(answer(enterprise.command(
                        "hana", "/certificates/" + certificate.get("id").asString(), "/revoke", "{\"reason\":\"代考\"}")))
                .isEqualTo("200");

        assertThat(html(verify(number, BROWSER, "zh-CN"))).contains("证书已撤销").doesNotContain("代考", "证书有效");
    }

    /** Passes the quiz of a course that gives a certificate, and has it. */
    private JsonNode certified(String person, String more) {
        var course = OnlineCourse.taught(enterprise, ",\"certificateMonths\":24" + more, quiz(5, 60, 1, "NEVER"));
        course.passed(person);
        eventually(() -> assertThat(certificates(person, course.code())).hasSize(1));
        return certificates(person, course.code()).getFirst();
    }

    private List<JsonNode> certificates(String person, String course) {
        return Stream.of(read(enterprise.get(person, "/certificates?limit=100")).get("items"))
                .flatMap(JsonNode::valueStream)
                .filter(one -> one.get("courseCode").asString().equals(course))
                .toList();
    }

    private MvcTestResult verify(String number, String accept, String language) {
        return http.get()
                .uri(Enterprise.API + "/certificates/verify/{number}", number)
                .header("Accept", accept)
                .header("Accept-Language", language)
                .exchange();
    }

    private static String html(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What each is called, and what it says, in the order of the page. */
    private static List<String> facts(MvcTestResult page) {
        return FACT.matcher(html(page))
                .results()
                .map(fact -> fact.group(1) + "=" + fact.group(2))
                .toList();
    }

    /** As the events of the organisation have it: a name that opens with a key of the person, which opens with that of the service. */
    private void isCalled(String person, String name) throws Exception {
        var key = new byte[32];
        var wrapping = Base64.getDecoder().decode(environment.getRequiredProperty("keshi.personal-data.key"));
        mongo.getCollection("person_keys")
                .insertOne(new Document("_id", person)
                        .append("sequence", 1L)
                        .append("wrappedKey", sealed(wrapping, person, key)));
        mongo.getCollection("directory_people")
                .updateOne(
                        new Document("_id", person),
                        new Document(
                                "$set",
                                new Document("name", sealed(key, person, name.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String sealed(byte[] key, String owner, byte[] plain) throws Exception {
        var nonce = new byte[12];
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        var sealed = new ByteArrayOutputStream();
        sealed.write(nonce);
        sealed.write(cipher.doFinal(plain));
        return Base64.getEncoder().encodeToString(sealed.toByteArray());
    }

    private static String styleOf(String html) {
        return html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    }

    private static String digest(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
