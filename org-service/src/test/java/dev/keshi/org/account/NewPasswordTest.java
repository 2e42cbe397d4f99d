package dev.keshi.org.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

    private static final LoginName NAME = new LoginName("e00123");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "我们在春天一起去爬山吧",
                "kX8-vq2.Lm",
                "a quiet sea, 4 boats",
                "passwordless is the future"
            })
    void anythingLongAndUncommonWillDo(String typed) {
        assertThat(NewPassword.of(typed, NAME).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "short one, TOO_SHORT",
        "password, TOO_SHORT",
        "Password2026!, COMMON",
        "P@ssw0rd2026, COMMON",
        "Adm1n!!!!2024, COMMON",
        "woaini1314520, COMMON",
        "1qaz2wsx3edc, COMMON",
        "a1234567890, COMMON",
        "1234567890, COMMON",
        "my E00123 word, CONTAINS_LOGIN_NAME",
        "aaaaaaaaaaaa, MONOTONOUS",
        "ijklmnopqrst, MONOTONOUS",
        "zyxwvutsrqpo, MONOTONOUS",
    })
    void theFirstBrokenRuleIsNamed(String typed, PasswordRule rule) {
        assertThatExceptionOfType(AccountProblem.PasswordRefused.class)
                .isThrownBy(() -> NewPassword.of(typed, NAME))
                .matches(refused -> refused.rule() == rule);
    }

    @Test
    void moreThanBcryptReadsIsRefusedInsteadOfCutOff() {
        assertThat(NewPassword.of("kX8-".repeat(18), NAME).text()).hasSize(72);
        assertThatExceptionOfType(AccountProblem.PasswordRefused.class)
                .isThrownBy(() -> NewPassword.of("kX8-".repeat(18) + "!", NAME))
                .matches(refused -> refused.rule() == PasswordRule.TOO_LONG);
        assertThatExceptionOfType(AccountProblem.PasswordRefused.class)
                .isThrownBy(() -> NewPassword.of("一二三四五六七八九十".repeat(3), NAME))
                .matches(refused -> refused.rule() == PasswordRule.TOO_LONG);
    }

    @Test
    void theSameCharactersInAnotherFormAreTheSamePassword() {
        assertThat(NewPassword.of("Ａ quiet sea １２", NAME)).isEqualTo(NewPassword.of("A quiet sea 12", NAME));
    }

    @Test
    void aPasswordIsNotShown() {
        assertThat(NewPassword.of("correct horse battery", NAME)).hasToString("NewPassword[...]");
    }
}
