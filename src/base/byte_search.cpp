#include "base/byte_search.h"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace base {

namespace {

constexpr std::size_t width = 64;

}  // namespace

std::uint64_t places_one_by_one(const char* bytes, std::array<char, 4> wanted) {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < width; ++i)
        if (std::ranges::find(wanted, bytes[i]) != wanted.end())
            found |= std::uint64_t{1} << i;
    return found;
}

std::uint64_t places_of(const char* bytes, std::array<char, 4> wanted) {
#ifdef __SSE2__
    const auto equal = [](__m128i some, char one) {
        return _mm_cmpeq_epi8(some, _mm_set1_epi8(one));
    };
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < width; i += sizeof(__m128i)) {
        const auto some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
        const auto any = _mm_or_si128(_mm_or_si128(equal(some, wanted[0]), equal(some, wanted[1])),
                                      _mm_or_si128(equal(some, wanted[2]), equal(some, wanted[3])));
        found |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(any))) << i;
    }
    return found;
#else
    return places_one_by_one(bytes, wanted);
#endif
}

void ByteSearch::look_from(const char* at, const char* end) {
    block_ = at;
    known_ = std::min(width, static_cast<std::size_t>(end - at));
    if (known_ == width) {
        found_ = places_of(at, wanted_);
        return;
    }
    std::array<char, width> last{};  // nothing is read behind the end
    std::memcpy(last.data(), at, known_);
    found_ = places_of(last.data(), wanted_);
}

}  // namespace base
