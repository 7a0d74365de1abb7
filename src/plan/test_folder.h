#pragma once

#include "base/file.h"
#include "plan/compile.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace plan {

/// The small strategy of tests/fixtures/small in memory, so that a test can change one thing in it.
class TestFolder {
  public:
    TestFolder() {
        for (const std::string file : {"plan.yaml", "institutions.yaml", "indicators.yaml",
                                       "sources.yaml", "data/exports.csv"})
            files_[file] =
                base::read_file(std::string{TAMEEL_SOURCE_DIR "/tests/fixtures/small/"} + file)
                    .value();
    }

    /// Replaces the first `from`, which must be there.
    TestFolder& replace(const std::string& file, const std::string& from, const std::string& to) {
        auto& text = files_.at(file);
        const auto at = text.find(from);
        if (at == std::string::npos)
            ADD_FAILURE() << "the small strategy has no \"" << from << "\" in " << file;
        else
            text.replace(at, from.size(), to);
        return *this;
    }
    TestFolder& set(const std::string& file, std::string text) {
        files_[file] = std::move(text);
        return *this;
    }
    TestFolder& remove(const std::string& file) {
        files_.erase(file);
        return *this;
    }
    const std::string& text(const std::string& file) const { return files_.at(file); }

    Compilation compile() const {
        return plan::compile([this](const std::string& path) -> base::Result<std::string> {
            const auto at = files_.find(path);
            if (at == files_.end())
                return base::Error{base::ErrorCode::file_not_readable, "no such file", path};
            return at->second;
        });
    }

  private:
    std::map<std::string, std::string> files_;
};

/// "E0107 plan.yaml:26:19", one line each.
inline std::string codes_and_places(const Compilation& compilation) {
    std::string text;
    for (const auto& d : compilation.diagnostics) {
        if (!text.empty())
            text += '\n';
        text += std::string{base::info(d.code).id} + ' ' + d.mark.file + ':' +
                std::to_string(d.mark.line) + ':' + std::to_string(d.mark.column);
    }
    return text;
}

}  // namespace plan
