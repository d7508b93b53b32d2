import 'yushen/worker'; // all that runs in the thread that looks into files
