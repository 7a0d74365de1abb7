#include "sdmx/json_stream.h"

#include "base/text.h"
#include "sdmx/place.h"

#include <algorithm>
#include <cstring>

namespace sdmx {

void JsonStream::locate() {
    const std::string_view text{buffer_.data() + counted_, at_ - counted_};
    const auto last = text.rfind('\n');
    if (last == text.npos) {
        column_ += text.size();
    } else {
        line_ += static_cast<std::size_t>(std::ranges::count(text, '\n'));
        column_ = text.size() - last;
    }
    counted_ = at_;
}

void JsonStream::fill() {
    if (ended_ || failure_)
        return;
    locate();
    if (told() - token_start_ > options_.bounds.text_bytes_max)
        return fail(Place{options_.name, line_, column_}.out_of_bounds(
            "expected a text of at most " + std::to_string(options_.bounds.text_bytes_max) +
            " bytes, found a longer one"));
    if (record_ && !keep_record())
        return;
    // The first bytes of a character that the last block's end cut in two.
    const auto left = end_ - valid_;
    std::memmove(buffer_.data(), buffer_.data() + valid_, left);
    passed_ += at_;
    at_ = counted_ = valid_ = record_start_ = 0;
    const auto read = input_(std::span{buffer_}.subspan(left, block_bytes));
    if (!read)
        return fail(read.error());
    ended_ = *read == 0;
    end_ = left + *read;
    check_utf8();
}

bool JsonStream::keep_record() {
    record_->append(buffer_.data() + record_start_, at_ - record_start_);
    if (record_->size() <= options_.bounds.held_bytes_max)
        return true;
    fail(Place{options_.name, line_, column_}.out_of_bounds(
        "expected the structure before more than " +
        std::to_string(options_.bounds.held_bytes_max) +
        " bytes of data sets, found it missing still"));
    return false;
}

void JsonStream::check_utf8() {
    const std::string_view text{buffer_.data(), end_};
    valid_ = base::valid_utf8_prefix(text);
    const auto left = text.substr(valid_);
    const bool cut_short = !ended_ && left.size() < 4 &&
                           static_cast<unsigned char>(left.empty() ? 0 : left[0]) >= 0xC0;
    if (left.empty() || cut_short)
        return;
    at_ = valid_;
    locate();
    fail({base::ErrorCode::invalid_utf8, "expected UTF-8, found another byte sequence",
          std::string{Place{options_.name, line_, column_}.text()}});
}

void JsonStream::fail(base::Error error) {
    if (!failure_)
        failure_ = std::move(error);
    at_ = valid_;
    ended_ = true;
}

}  // namespace sdmx
