// What the leak sanitizer overlooks: libraries that keep their tables until the process ends. It
// knows a library by its name only while it is loaded, and Mesa's driver is let go before the
// count: so none is let go.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() // NOLINT: the sanitizer's own name.
{
    return "leak:libfontconfig\n"
           "leak:libpango\n"
           "leak:libglib\n"
           "leak:libgobject\n"
           "leak:libcairo\n"
           "leak:libEGL\n"
           "leak:libGLX\n"
           "leak:libglapi\n"
           "leak:libgallium\n"
           "leak:swrast_dri\n"
           "leak:libLLVM\n"
           "leak:libX11\n";
}

// GCC 12's runtime guesses how long a thread's late storage is from the bytes before it; where its
// address ends in 0x010 that is any number, and the count of leaks crashes. Without the guess it
// counts the same with fewer places to look for a pointer in.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() // NOLINT: the sanitizer's own name.
{
    return "intercept_tls_get_addr=0";
}

extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() // NOLINT: the sanitizer's own name.
{
    return "print_suppressions=0";
}

extern "C" int dlclose(void* handle); // NOLINT: the C library's own name.
extern "C" int dlclose(void* /*handle*/)
{
    return 0;
}
#endif
