#include "journal/hash.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

// FIPS 180-4 examples.
TEST(Sha256, HashesThePublishedExamples) {
    EXPECT_EQ(to_hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(Sha256{}.add("a").add("").add("bc").finish(), sha256("abc"));
}

TEST(Sha256, BeginsAnewAfterItsDigest) {
    Sha256 hash;
    hash.add("other").finish();
    EXPECT_EQ(hash.add("abc").finish(), sha256("abc"));
}

TEST(Hex, HasOneTextForEachHash) {
    const Hash hash = sha256("x");
    EXPECT_EQ(parse_hex(to_hex(hash)).value(), hash);
    std::string upper = to_hex(hash);
    upper[0] = 'A';
    upper[1] = 'B';
    EXPECT_FALSE(parse_hex(upper).ok());
    EXPECT_FALSE(parse_hex(to_hex(hash).substr(1)).ok());
    EXPECT_FALSE(parse_hex(to_hex(hash) + "0").ok());
    EXPECT_FALSE(parse_hex("").ok());
}

// RFC 4648, section 10.
TEST(Base64, KnowsThePublishedExamples) {
    const std::pair<std::string, std::string> examples[] = {{"", ""},
                                                            {"f", "Zg=="},
                                                            {"fo", "Zm8="},
                                                            {"foo", "Zm9v"},
                                                            {"foob", "Zm9vYg=="},
                                                            {"fooba", "Zm9vYmE="},
                                                            {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : examples) {
        EXPECT_EQ(to_base64(bytes), text);
        EXPECT_EQ(parse_base64(text).value(), bytes);
    }
}

TEST(Base64, HasOneTextForTheSameBytes) {
    for (const auto* text : {"Zh==", "Zm9=", "Zg=", "Zg", "Zg===", "=Zg=", "Z g=", "Zm9v\n",
                             "Zm9v====", "Zm-_", "Z===", "===="})
        EXPECT_FALSE(parse_base64(text).ok()) << text;
}

}  // namespace
}  // namespace journal
