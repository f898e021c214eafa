#include "record/device.h"

#include <fstream>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "meeting/check.h"

namespace chibo {

OwnDevice make_device(DeviceId id)
{
    OwnDevice device {.id = id};
    crypto_sign_keypair(device.public_key.data(), device.secret_key.data());
    return device;
}

EntrySignature sign(const OwnDevice& device, const Hash& hash)
{
    EntrySignature signature {};
    crypto_sign_detached(
        signature.data(), nullptr, hash.data(), hash.size(), device.secret_key.data());
    return signature;
}

bool signature_holds(std::span<const std::uint8_t> signature, const Hash& hash,
    std::span<const std::uint8_t> public_key)
{
    return signature.size() == crypto_sign_BYTES && public_key.size() == crypto_sign_PUBLICKEYBYTES
        && crypto_sign_verify_detached(
               signature.data(), hash.data(), hash.size(), public_key.data())
        == 0;
}

std::string home_of(const std::filesystem::path& file)
{
    std::string machine;
    std::ifstream("/etc/machine-id") >> machine;
    struct statx status {};
    CHECK(statx(AT_FDCWD, file.c_str(), 0, STATX_INO | STATX_BTIME, &status) == 0);
    return fmt::format("{}/{}/{}", machine, status.stx_ino, status.stx_btime.tv_sec);
}

std::string device_name()
{
    std::array<char, 256> name {};
    if (gethostname(name.data(), name.size() - 1) != 0 || name.front() == '\0')
        return "kiosk";
    return name.data();
}

} // namespace chibo
