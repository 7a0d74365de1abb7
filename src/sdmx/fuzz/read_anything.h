#pragma once

#include "sdmx/message.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace sdmx {

/// Looks at all that a reader gives, so that what points nowhere is found.
class LookingSink : public MessageSink {
  public:
    base::Result<void> data_set(const DataSetStart& start) override {
        touch(start.structure);
        return {};
    }
    base::Result<void> data_set_attributes(std::span<const ComponentValue> values) override {
        return touch(values);
    }
    base::Result<void> group(std::span<const ComponentValue> key,
                             std::span<const ComponentValue> attributes) override {
        TRY(touch(key));
        return touch(attributes);
    }
    base::Result<void> series(std::span<const ComponentValue> key,
                              std::span<const ComponentValue> attributes) override {
        return group(key, attributes);
    }
    base::Result<void> observation(const ObservationRecord& record) override {
        touch(record.where);
        touch(record.value.value_or(""));
        return group(record.key, record.attributes);
    }
    base::Result<void> artefact(Artefact&& artefact) override {
        if (artefact.id.empty())
            std::abort();  // every artefact has one
        for (const auto& reference : references_of(artefact))
            touch(reference.urn());
        return {};
    }

  private:
    void touch(std::string_view text) {
        for (const char c : text)
            seen_ += static_cast<unsigned char>(c);
    }
    base::Result<void> touch(std::span<const ComponentValue> values) {
        for (const auto& [component, value, language] : values) {
            touch(component);
            touch(value);
            touch(language);
        }
        return {};
    }

    std::size_t seen_ = 0;
};

/// Reads the bytes, in blocks of a size that they choose; an error must name what and where.
inline void read_anything(const std::uint8_t* data, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::size_t block = size == 0 || data[size - 1] % 2 == 0 ? 4096 : 1 + size % 13;
    const Input input = [text, block](std::span<char> into) mutable -> base::Result<std::size_t> {
        const auto bytes = std::min({block, into.size(), text.size()});
        std::copy_n(text.data(), bytes, into.data());
        text.remove_prefix(bytes);
        return bytes;
    };
    ReadOptions options;
    options.name = "fuzz";
    options.bounds = {.depth_max = 32,
                      .text_bytes_max = 1u << 16,
                      .components_max = 64,
                      .items_max = 10'000,
                      .held_bytes_max = 1u << 18};
    LookingSink sink;
    const auto done = read_message(input, options, sink);
    if (!done.ok() && (done.error().message.empty() || done.error().where.empty()))
        std::abort();
}

}  // namespace sdmx
