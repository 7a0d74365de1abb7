#pragma once

#include "sdmx/query.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sdmx {

/// Artefacts that answer a query, and those that were made for it (stubs, partial schemes).
struct StructureAnswer {
    std::deque<Artefact> made;
    std::vector<const Artefact*> artefacts;  ///< the matching ones first
};

/// Holds artefacts and answers structure queries: what matches, what it refers to, what refers to
/// it. It never changes once it is shared between threads.
class Registry {
  public:
    /// Replaces one of the same type, agency, id and version.
    void add(Artefact artefact);

    /// The artefact of a reference, whether or not it names an item; nullptr where it is not held.
    const Artefact* find(const Reference& reference) const;
    /// The item of a reference; nullptr where it is not held.
    const Item* find_item(const Reference& reference) const;
    /// The data structure of a provision agreement, a dataflow or a data structure; nullptr where
    /// it is not held.
    const Artefact* structure_of(const Artefact& context) const;
    const std::deque<Artefact>& all() const { return artefacts_; }

    /// Those that the selector names. Errors: sdmx_query_syntax (a version that is none).
    base::Result<std::vector<const Artefact*>> select(const ArtefactSelector& selector) const;

    /// `seeds` with what the query's references ask for besides.
    std::vector<const Artefact*> with_references(const std::vector<const Artefact*>& seeds,
                                                 References references,
                                                 const std::vector<ArtefactType>& types) const;

    /// Errors: sdmx_query_syntax; sdmx_no_results where nothing matches.
    base::Result<StructureAnswer> answer(const StructureQuery& query) const;

    /// The codes that allowed constraints leave to each component of a data structure, dataflow or
    /// provision agreement; constraints of what it rests on count too.
    std::map<std::string, std::vector<std::string>> allowed(const Artefact& context) const;

    /// The scheme with only these items and what they lie under; as it is where it has no others.
    static Artefact partial(const Artefact& scheme, const std::vector<std::string>& items);

  private:
    std::vector<const Artefact*> children(const Artefact& of) const;
    std::vector<const Artefact*> parents(const Artefact& of) const;
    /// All versions of what has that type, agency and id, in the order in which they are held.
    std::vector<const Artefact*> versions_of(ArtefactType type, std::string_view agency,
                                             std::string_view id) const;
    std::vector<std::string> used_items(const Artefact& scheme,
                                        const std::vector<const Artefact*>& by) const;

    std::deque<Artefact> artefacts_;
    /// Places in it, ascending, by a hash of type, agency and id.
    std::unordered_map<std::size_t, std::vector<std::size_t>> places_;
};

}  // namespace sdmx
