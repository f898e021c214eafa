#include "record/keys.h"

#include <sodium.h>

namespace chibo {

Key::~Key()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

} // namespace chibo
