// CHECK: a state that cannot be ends the command, in release builds too.
#pragma once

#include <stdexcept>
#include <string>

namespace chibo {

/// The program itself is wrong: logged, the draft kept, the kiosk started again.
class ProgramFault : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

} // namespace chibo

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            throw ::chibo::ProgramFault(                                                           \
                std::string(__FILE__ ":") + std::to_string(__LINE__) + ": " #condition);           \
    } while (false)
