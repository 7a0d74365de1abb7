#pragma once

#include "base/error.h"

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace base {

/// A value or the error in its place; neither is dropped silently, nor asked for once TRY took it.
template <typename T>
class [[nodiscard, gnu::warn_unused]] Result {
  public:
    static_assert(!std::is_reference_v<T>, "a Result holds a value; use a pointer for a reference");

    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error)
        : content_(std::in_place_index<1>, std::make_unique<Error>(std::move(error))) {}

    bool ok() const noexcept {
        return content_.index() == 0;
    }
    explicit operator bool() const noexcept {
        return ok();
    }

    T& value()& {
        return *checked(std::get_if<0>(&content_));
    }
    const T& value() const& {
        return *checked(std::get_if<0>(&content_));
    }
    T&& value()&& {
        return std::move(*checked(std::get_if<0>(&content_)));
    }
    const Error& error() const& {
        return **checked(std::get_if<1>(&content_));
    }
    Error&& error()&& {
        return std::move(**checked(std::get_if<1>(&content_)));
    }

    T* operator->() {
        return &value();
    }
    const T* operator->() const {
        return &value();
    }
    T& operator*()& {
        return value();
    }
    const T& operator*() const& {
        return value();
    }

    T value_or(T fallback) const& {
        return ok() ? value() : std::move(fallback);
    }

  private:
    // Asking for what is not there is our mistake, not the world's.
    template <typename U>
    static U* checked(U * pointer) {
        if (pointer == nullptr)
            fail_unchecked_result();
        return pointer;
    }

    std::variant<T, std::unique_ptr<Error>> content_;  // an error is rare, and large
};

template <>
class [[nodiscard, gnu::warn_unused]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::make_unique<Error>(std::move(error))) {}

    bool ok() const noexcept {
        return error_ == nullptr;
    }
    explicit operator bool() const noexcept {
        return ok();
    }
    void value() const {
        if (!ok())
            fail_unchecked_result();
    }
    const Error& error() const& {
        return *checked();
    }
    Error&& error()&& {
        return std::move(*checked());
    }

  private:
    Error* checked() const {
        if (ok())
            fail_unchecked_result();
        return error_.get();
    }

    std::unique_ptr<Error> error_;
};

}  // namespace base

/// Yields the value, or returns the error from the enclosing function.
/// It stands after `=` or alone: inside an initialiser list the members built so far would leak.
#define TRY(expression)                                           \
    __extension__({                                               \
        auto&& try_result_ = (expression);                        \
        if (!try_result_.ok()) [[unlikely]]                       \
            return std::move(try_result_).error();                \
        std::forward<decltype(try_result_)>(try_result_).value(); \
    })
