using System.Diagnostics;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// Cases in batches, on threads of their own, until they are through or something is found. Each batch has its own seed, so that it can be run again alone; a
/// batch that does not end in time is a hang.
/// </summary>
/// <param name="longest">A batch takes a small part of this.</param>
/// <param name="mostAllocated">In one batch, in bytes; more is a finding.</param>
internal sealed class FuzzCampaign(ulong seed, int batch, TimeSpan longest, long mostAllocated)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private long _batches;
    private long _next;
    private long _done;
    private long _allocated;
    private TimeSpan _slowest;
    private string? _finding;

    /// <param name="first">The batch to begin with: to have a finding again.</param>
    public FuzzOutcome Run(long cases, int threads, Func<IFuzzWorker> make, long first = 0)
    {
        (_next, _batches) = (first, first + ((cases + batch - 1) / batch));
        var size = Environment.WorkingSet;
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(_ => new Running(make())).ToList();
        foreach (var worker in workers)
        {
            worker.Thread = new Thread(() => Work(worker)) { IsBackground = true, Name = "fuzz" };
            worker.Thread.Start();
        }

        while (workers.Exists(worker => !worker.Thread!.Join(Look)) && !Hangs(workers))
        {
            // What a thread has found it has written down itself.
        }

        return new FuzzOutcome(Interlocked.Read(ref _done), threads, clock.Elapsed, _slowest, _allocated, Math.Max(0, Environment.WorkingSet - size), _finding);
    }

    private void Work(Running worker)
    {
        var isFirst = true;
        while (_finding is null && Interlocked.Increment(ref _next) - 1 is var number && number < _batches)
        {
            worker.Begin(number);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                worker.Worker.Run(seed + (ulong)number, batch);
            }
            catch (Exception problem)
            {
                Found(number, $"{problem.GetType().Name}: {problem.Message} {problem.StackTrace?.Split('\n')[0].Trim()}");
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var took = worker.Since;
            worker.End();
            Interlocked.Add(ref _done, batch);
            Judge(number, took, isFirst ? 0 : allocated);
            isFirst = false;
        }
    }

    private void Judge(long number, TimeSpan took, long allocated)
    {
        lock (_gate)
        {
            _slowest = took > _slowest ? took : _slowest;
            _allocated = Math.Max(_allocated, allocated);
        }

        if (allocated > mostAllocated)
        {
            Found(number, $"{allocated} bytes allocated");
        }
    }

    private bool Hangs(List<Running> workers)
    {
        if (workers.Find(worker => worker.Since > longest) is not { } hanging)
        {
            return false;
        }

        Found(hanging.Number, $"it did not end within {longest.TotalSeconds:0.#} s");
        workers.ForEach(worker => worker.Worker.Abandon());
        return true;
    }

    private void Found(long number, string what)
    {
        lock (_gate)
        {
            _finding ??= $"batch {number} (OSDP_FUZZ_SEED={seed} OSDP_FUZZ_BATCH={number}): {what}";
        }
    }

    private sealed class Running(IFuzzWorker worker)
    {
        private long _began;
        private long _number;

        public IFuzzWorker Worker => worker;

        public Thread? Thread { get; set; }

        public long Number => Interlocked.Read(ref _number);

        /// <summary>How long its batch has been running; zero between batches.</summary>
        public TimeSpan Since => Interlocked.Read(ref _began) is var began and not 0 ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero;

        public void Begin(long number)
        {
            Interlocked.Exchange(ref _number, number);
            Interlocked.Exchange(ref _began, Stopwatch.GetTimestamp());
        }

        public void End() => Interlocked.Exchange(ref _began, 0);
    }
}
