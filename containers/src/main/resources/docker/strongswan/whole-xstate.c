/*
 * Lets User-Mode Linux 6.1 run on processors whose extended state (XSAVE) is larger than its buffer for it, or smaller.
 *
 * It moves the floating-point state of its guest's processes by ptrace, in a buffer that has room for AVX-512, not
 * for the tiles of AMX. Linux takes only the whole state when it is set (EFAULT else), so that the guest's first
 * process cannot start: "Kernel panic: Attempted to kill init". Preloaded into linux.uml, this hands over what the
 * buffer holds, and leaves the rest of the state as it is.
 */
#include <elf.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Not on the stack, where User-Mode Linux has 16 KiB in all; its kernel is one thread. */
static unsigned char whole[1 << 16];

static long call(long request, pid_t pid, void *address, void *data)
{
	return syscall(SYS_ptrace, request, pid, address, data);
}

static long set_xstate(pid_t pid, const struct iovec *part)
{
	struct iovec state = { whole, sizeof(whole) };

	if (call(PTRACE_GETREGSET, pid, (void *) NT_X86_XSTATE, &state) < 0)
		return -1;
	/* Where the processor has less than the buffer, as without AVX-512, the buffer's end holds nothing. */
	memcpy(whole, part->iov_base, part->iov_len < state.iov_len ? part->iov_len : state.iov_len);
	return call(PTRACE_SETREGSET, pid, (void *) NT_X86_XSTATE, &state);
}

long ptrace(enum __ptrace_request request, ...)
{
	va_list arguments;
	pid_t pid;
	void *address;
	void *data;
	long peeked = 0;
	long result;

	va_start(arguments, request);
	pid = va_arg(arguments, pid_t);
	address = va_arg(arguments, void *);
	data = va_arg(arguments, void *);
	va_end(arguments);

	if (request == PTRACE_SETREGSET && address == (void *) NT_X86_XSTATE)
		return set_xstate(pid, data);

	/* The kernel stores what it peeked at; the function of the C library returns it. */
	if (request != PTRACE_PEEKTEXT && request != PTRACE_PEEKDATA && request != PTRACE_PEEKUSER)
		return call(request, pid, address, data);
	result = call(request, pid, address, &peeked);
	return result < 0 ? result : peeked;
}
