# slice.pl <nanoseconds> <niceness> <command>...
# Asks Linux for turns of that length (sched_setattr(2): sched_runtime of SCHED_OTHER, since 6.12; before, it is
# ignored), then becomes the command, whose threads and children have it too. What wakes has the processor at once from
# one whose turns are longer than its own. Without that it may wait for the next tick, 4 ms or 10, whatever the
# niceness of the other. chrt can ask so only since util-linux 2.41; perl is on every Debian.
use Config;
delete $ENV{PERL_BADLANG};
my ( $runtime, $nice, @command ) = @ARGV;
my ($processor) = split /-/, $Config{archname};
my $number = { x86_64 => 314, aarch64 => 274 }->{$processor};
if ($number) {
    # size, policy, flags, nice, priority, runtime, deadline, period
    my $attributes = pack 'LLQlLQQQ', 48, 0, 0, $nice, 0, $runtime, 0, 0;
    my ( $self, $flags ) = ( 0, 0 );
    # Turns as long as before are no reason not to run.
    syscall $number, $self, $attributes, $flags;
}
exec { $command[0] } @command or exit 127;
