// The signatures of many entries, checked by the other processors while this one goes on: a check
// costs more than the rows of most entries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "record/journal.h"
#include "record/shared_work.h"

namespace chibo {

class SignatureChecks {
public:
    struct Signed {
        JournalPlace place {};
        Hash hash {};
        Bytes signature {};
        Bytes public_key {};
    };

    /// Begins at once, in this order.
    explicit SignatureChecks(std::vector<Signed> entries);

    /// Helps, and waits for all: the first entry that its device has not signed.
    [[nodiscard]] std::optional<JournalPlace> first_forged();

private:
    std::vector<Signed> m_entries;
    std::vector<std::uint8_t> m_good; // Each written by who checked it.
    SharedWork m_work;
};

} // namespace chibo
