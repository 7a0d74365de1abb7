#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace base {

/// A text that must not be printed, logged or compared by accident; it is wiped when it goes.
class Secret {
  public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { other.wipe(); }
    Secret& operator=(Secret&& other) noexcept {
        wipe();
        text_ = std::move(other.text_);
        other.wipe();
        return *this;
    }
    ~Secret() { wipe(); }

    /// The one way to the text; the name is long so that a reader notices.
    std::string_view reveal_secret() const noexcept { return text_; }

  private:
    void wipe() noexcept {
        volatile char* bytes = text_.data();
        for (std::size_t i = 0; i < text_.size(); ++i)
            bytes[i] = 0;
        text_.clear();
    }

    std::string text_;
};

}  // namespace base
