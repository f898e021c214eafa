// The signatures of many entries, checked by the other processors while this one goes on: a check
// costs more than the rows of most entries.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <thread>
#include <vector>

#include "record/journal.h"

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
    SignatureChecks(const SignatureChecks&) = delete;
    SignatureChecks& operator=(const SignatureChecks&) = delete;
    /// Leaves undone what nobody asked for.
    ~SignatureChecks();

    /// Waits for the one, and helps.
    [[nodiscard]] bool holds(std::size_t number);
    /// Waits for all: the first entry that its device has not signed.
    [[nodiscard]] std::optional<JournalPlace> first_forged();

private:
    enum class State : std::uint8_t { Unknown, Good, Bad };

    /// Checks the next few; whether there were any.
    bool check_some();

    std::vector<Signed> m_entries;
    std::vector<std::atomic<State>> m_states;
    std::atomic<std::size_t> m_next {0};
    std::vector<std::thread> m_helpers;
};

} // namespace chibo
