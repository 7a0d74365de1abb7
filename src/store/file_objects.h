#pragma once

#include "journal/log.h"

#include <filesystem>

namespace store {

/// Files in a folder, each at `<first two digits>/<SHA-256 of its content>`.
class FileObjects final : public journal::ObjectStore {
  public:
    explicit FileObjects(std::filesystem::path folder) : folder_(std::move(folder)) {}

    base::Result<journal::Hash> put(std::string_view bytes) override;
    base::Result<std::string> get(const journal::Hash& hash) const override;
    bool contains(const journal::Hash& hash) const override;
    base::Result<std::unique_ptr<Writer>> begin() override;
    base::Result<std::unique_ptr<Writer>> go_on(const Beginning& beginning) override;
    base::Result<base::Input> open(const journal::Hash& hash) const override;

    const std::filesystem::path& folder() const noexcept { return folder_; }

  private:
    class Incoming;
    base::Result<void> make_folder_of(const std::filesystem::path& path) const;
    std::filesystem::path path_of(const journal::Hash& hash) const;

    std::filesystem::path folder_;
};

}  // namespace store
