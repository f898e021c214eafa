// What the screens of a member's own pages ask of the session: the own code, and the key that it
// gives. The key is the session's; screens hold it for one frame.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "meeting/clock.h"
#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/keys.h"

namespace chibo {

/// The officer who opened the cell and stands beside.
struct OfficerBeside {
    std::string name {};
    int number = 0;
    std::string role {};
    UnixMs opened_at_ms = 0;
};

class OwnPagesDesk {
public:
    virtual ~OwnPagesDesk() = default;
    [[nodiscard]] virtual OfficerBeside beside() const = 0;
    /// Of the member who is on own pages; none while nobody is.
    [[nodiscard]] virtual const Key* drafts_key() const = 0;
    [[nodiscard]] virtual std::int64_t own_code_wait_ms(MemberId member) const = 0;
    /// Called on the interface's thread; not at all where the screen was left meanwhile.
    using Entered = std::function<void(const Result<void>&)>;
    /// Makes the code (or another one, on own pages) and goes on to the own pages. A job derives
    /// its key, which takes most of a second.
    virtual void make_own_code(MemberId member, const std::string& code, Entered entered) = 0;
    virtual void open_own_pages(MemberId member, const std::string& code, Entered entered) = 0;
    /// A forgotten code: it goes, with what it sealed.
    [[nodiscard]] virtual Result<void> give_up_own_code(MemberId member) = 0;
};

} // namespace chibo
