package org.zhikao.formats.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.Sealed;

class SealingParticularsTest {
    private static final String SUBJECT = "cA000000000000000000001";
    private static final Place PLACE = new Place(SUBJECT, "ParticularsRecorded", "1", "/name");
    private static final Entropy RANDOM = Entropy.secure();

    private final Sealer sealer = new Sealer(RANDOM);
    private final DataKey key = DataKey.create(SUBJECT, 1, RANDOM);

    @Test
    void givesBackWhatWasSealed() {
        String name = "阿卜杜拉·买买提江古丽𠮷\"\\";
        assertThat(sealer.open(key, PLACE, sealer.seal(key, PLACE, name))).isEqualTo(name);
    }

    @Test
    void sealsAllParticularsOfOnePersonAsOne() {
        var all = new TreeMap<>(Map.of("name", "张䶮", "phone", "13800005678"));
        Sealed sealed = sealer.sealAll(key, PLACE, all);
        assertThat(sealer.openAll(key, PLACE, sealed)).isEqualTo(all);
        assertThatThrownBy(() -> sealer.open(key, PLACE, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void showsNothingOfTheText() throws Exception {
        Sealed sealed = sealer.seal(key, PLACE, "13800005678");
        String stored = new JsonMapper().registerModule(new SealedModule()).writeValueAsString(sealed);
        String bytes = new String(Base64.getUrlDecoder().decode(sealed.cipher()), StandardCharsets.ISO_8859_1);
        assertThat(stored + bytes + sealed).doesNotContain("13800005678", "5678");
        assertThat(sealer.seal(key, PLACE, "13800005678")).isNotEqualTo(sealed);
    }

    @Test
    void cannotBeMovedToAnotherPlace() {
        Sealed sealed = sealer.seal(key, PLACE, "张三");
        for (Place other : List.of(
                new Place(SUBJECT, "ParticularsRecorded", "1", "/guardian"),
                new Place(SUBJECT, "ParticularsRecorded", "2", "/name"),
                new Place(SUBJECT, "ParticularsCorrected", "1", "/name"))) {
            assertThatThrownBy(() -> sealer.open(key, other, sealed)).isInstanceOf(SealBroken.class);
        }
        String stranger = "cB000000000000000000001";
        Place theirs = new Place(stranger, "ParticularsRecorded", "1", "/name");
        DataKey forged = new DataKey(stranger, 1, key.bytes());
        assertThatThrownBy(() -> sealer.open(forged, theirs, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesEveryFlippedBit() {
        Sealed sealed = sealer.seal(key, PLACE, "张三");
        byte[] cipher = Base64.getUrlDecoder().decode(sealed.cipher());
        for (int i = 0; i < cipher.length; i++) {
            cipher[i] ^= 1;
            String altered = Base64.getUrlEncoder().withoutPadding().encodeToString(cipher);
            assertThatThrownBy(() -> sealer.open(key, PLACE, new Sealed("1", altered, sealed.digest())))
                    .isInstanceOf(SealBroken.class);
            cipher[i] ^= 1;
        }
        Sealed another = sealer.seal(key, PLACE, "张三");
        for (Sealed broken : List.of(
                new Sealed("1", sealed.cipher(), another.digest()),
                new Sealed("2", sealed.cipher(), sealed.digest()),
                new Sealed("1", "AAAA", sealed.digest()),
                new Sealed("1", "not base64!", sealed.digest()))) {
            assertThatThrownBy(() -> sealer.open(key, PLACE, broken)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void readsAnErasedPersonAsErasedAndNeverThrows() {
        Sealed sealed = sealer.seal(key, PLACE, "张三");
        PersonalText erased = sealer.read(holding(SubjectKeys.State.DESTROYED), PLACE, sealed);
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.value()).isEmpty();
        assertThat(erased.equals(erased)).isFalse();
        PersonalText restricted = sealer.read(holding(SubjectKeys.State.SEALED), PLACE, sealed);
        assertThat(restricted.isRestricted()).isTrue();
        assertThat(restricted.isErased()).isFalse();
        PersonalText readable =
                sealer.read(new SubjectKeys.Holding(SubjectKeys.State.ACTIVE, Optional.of(key)), PLACE, sealed);
        assertThat(readable).isEqualTo(PersonalText.of("张三"));
        assertThat(readable.toString()).doesNotContain("张");
    }

    @Test
    void storesAFormThatOtherProgramsCanRecognise() throws Exception {
        JsonMapper json = JsonMapper.builder().addModule(new SealedModule()).build();
        Sealed sealed = new Sealed("1", "Y2lwaGVy", "ZGlnZXN0");
        String stored = "{\"$p\":\"1\",\"k\":\"1\",\"c\":\"Y2lwaGVy\",\"d\":\"ZGlnZXN0\"}";
        assertThat(json.writeValueAsString(sealed)).isEqualTo(stored);
        assertThat(json.readValue(stored, Sealed.class)).isEqualTo(sealed);
        for (String wrong : List.of(
                stored.replace("\"$p\":\"1\"", "\"$p\":\"2\""), stored.replace("}", ",\"x\":1}"), "{}", "\"张三\"")) {
            assertThatThrownBy(() -> json.readValue(wrong, Sealed.class)).isInstanceOf(JsonMappingException.class);
        }
    }

    @Test
    void aSeededSourceGivesTheSameCiphertextsInAnyOrderAndNoNonceTwice() {
        List<String> names = List.of("张三", "李四", "王五");
        assertThat(cipher(7, names)).isEqualTo(cipher(7, names)).hasSize(3);
        assertThat(cipher(7, List.of("王五", "李四", "张三"))).isEqualTo(cipher(7, names));
        assertThat(cipher(8, names)).doesNotContainAnyElementsOf(cipher(7, names));
        Set<String> nonces = new HashSet<>();
        cipher(7, names).forEach(text -> nonces.add(text.substring(0, 16)));
        assertThat(nonces).hasSize(3);
    }

    @Test
    void aDataKeyIsWrappedForItsSubjectAndVersion() {
        MasterKey master = MasterKeys.inMemory(RANDOM);
        byte[] wrapped = key.wrap(master);
        assertThat(DataKey.unwrap(SUBJECT, 1, wrapped, master).bytes()).isEqualTo(key.bytes());
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key.bytes(), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DataKey.unwrap(SUBJECT, 2, wrapped, master)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> DataKey.unwrap("cB", 1, wrapped, master)).isInstanceOf(SealBroken.class);
        MasterKey other = MasterKeys.inMemory(RANDOM);
        assertThat(other.id()).isNotEqualTo(master.id());
        assertThatThrownBy(() -> DataKey.unwrap(SUBJECT, 1, wrapped, other)).isInstanceOf(SealBroken.class);
    }

    private static Set<String> cipher(long seed, List<String> names) {
        Entropy seeded = Entropy.seeded(seed);
        DataKey key = DataKey.create(SUBJECT, 1, seeded);
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(new Sealer(seeded).seal(key, PLACE, name).cipher()));
        return all;
    }

    private static SubjectKeys.Holding holding(SubjectKeys.State state) {
        return new SubjectKeys.Holding(state, Optional.empty());
    }
}
