package dev.keshi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {

    @Test
    void everyBitOfWhatWasDrawnIsInTheNumber() {
        var random = new byte[CertificateNumber.RANDOM_BYTES];
        new Random(7).nextBytes(random);
        var numbers = new HashSet<String>();
        numbers.add(CertificateNumber.of(random).value());
        for (int bit = 0; bit < random.length * 8; bit++) {
            var other = random.clone();
            other[bit / 8] ^= (byte) (1 << (bit % 8));
            numbers.add(CertificateNumber.of(other).value());
        }

        assertThat(numbers).hasSize(129).allMatch(number -> number.matches("[0-9A-HJKMNP-TV-Z]{26}"));
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateNumber.of(new byte[8]));
    }

    @Test
    void howANumberIsTypedDoesNotMatter() {
        assertThat(CertificateNumber.typed("7q4m-9xyz")).isEqualTo(new CertificateNumber("7Q4M9XYZ"));
    }

    @ParameterizedTest
    @CsvSource({"王小明, 王**", "欧阳娜, 欧**", "李, 李**", "Ann Lee, A** L**", "' Jean  Luc ', J** L**", "𠮷田, 𠮷**"})
    void strangersSeeTheFirstLettersOnlyAndNotHowManyFollow(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualTo(masked);
    }
}
