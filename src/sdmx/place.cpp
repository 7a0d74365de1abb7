#include "sdmx/place.h"

#include <array>
#include <charconv>

namespace sdmx {

void Place::name(std::string_view file) {
    if (file_bytes_ != file.size() || text_.compare(0, file_bytes_, file) != 0) {
        text_ = file;
        file_bytes_ = file.size();
    }
    text_.resize(file_bytes_);
}

void Place::append(std::size_t number) {
    std::array<char, 21> digits{':'};
    const auto end = std::to_chars(digits.data() + 1, digits.data() + digits.size(), number);
    text_.append(digits.data(), end.ptr);
}

}  // namespace sdmx
