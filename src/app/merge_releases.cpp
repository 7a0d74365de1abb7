#include "app/merge_releases.h"

namespace app {
namespace {

Result<base::Json> read(const PublishedText& published) {
    return base::Json::parse(published.text, published.name, 64, base::DoubledKeys::last_counts);
}

}  // namespace

Result<base::Json> merge_releases(const PublishedText& releases, const PublishedText& schema,
                                  programme::MergedForm form) {
    const auto list = TRY(read(releases));
    const auto release_schema = TRY(read(schema));
    const auto rules = TRY(programme::merge_rules(release_schema));
    return programme::merge_releases(list, rules, form);
}

}  // namespace app
